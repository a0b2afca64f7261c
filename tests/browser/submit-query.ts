/** Runs in a page that shows the search: asks through its form, and resolves when the answer is there. */
export const submitQuery = (words: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const [search, input] = [document.querySelector('record-search'), document.querySelector('#record-search')];
    if (!search || !(input instanceof HTMLInputElement)) return reject(new Error('The page has no search'));
    search.removeAttribute('data-state');
    new MutationObserver((_, observer) => {
      if (!search.hasAttribute('data-state')) return;
      observer.disconnect();
      setTimeout(resolve);
    }).observe(search, { attributeFilter: ['data-state'] });
    input.value = words;
    input.form?.requestSubmit();
  });
