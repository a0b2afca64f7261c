/** Where a style writes dates in another order than British English does. */
const localeOf = (style: string | undefined) => (style === 'apa' ? 'en-US' : 'en-GB');

const wordsOf = (date: Date, style: string | undefined) =>
  date.toLocaleDateString(localeOf(style), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Copies with its italics where the browser can, so that a title pasted into an essay keeps them. */
async function copy(text: HTMLElement): Promise<void> {
  const plain = text.textContent.trim();
  if (!('ClipboardItem' in window)) return navigator.clipboard.writeText(plain);
  const asBlob = (type: string, content: string) => new Blob([content], { type });
  const item = new ClipboardItem({ 'text/plain': asBlob('text/plain', plain), 'text/html': asBlob('text/html', text.innerHTML) });
  return navigator.clipboard.write([item]);
}

/** The box "How to cite": with script it copies a form, and fills in the date of access. */
class CiteBox extends HTMLElement {
  private blanks = new Map<HTMLElement, string>();

  connectedCallback(): void {
    for (const blank of this.querySelectorAll<HTMLElement>('.cite-blank')) this.blanks.set(blank, blank.textContent);
    for (const control of this.querySelectorAll<HTMLElement>('button, .cite-date')) control.hidden = false;
    this.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLButtonElement) void this.copyBeside(target);
    });
    this.querySelector('input')?.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement) this.fill(target.valueAsDate);
    });
  }

  private fill(date: Date | null): void {
    for (const [blank, empty] of this.blanks) {
      blank.textContent = date ? wordsOf(date, blank.closest<HTMLElement>('.cite-text')?.dataset['style']) : empty;
      blank.classList.toggle('cite-filled', date !== null);
    }
  }

  private async copyBeside(button: HTMLButtonElement): Promise<void> {
    const text = button.closest('dt')?.nextElementSibling;
    if (!(text instanceof HTMLElement)) return;
    try {
      await copy(text);
      this.say('Copied.');
      button.textContent = 'Copied';
      setTimeout(() => (button.textContent = 'Copy'), 2000);
    } catch {
      getSelection()?.selectAllChildren(text);
      this.say('The browser does not let the page copy. The text is selected: copy it by hand.');
    }
  }

  private say(message: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = message;
  }
}

customElements.define('cite-box', CiteBox);
