import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hash } from 'node:crypto';

const PARTS = ['src', 'public', 'scripts', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** The path of every file below a folder, with a digest of what it holds. */
function digestFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const rows = files.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(folder.length + 1), hash('sha256', readFileSync(path))] as const;
  });
  return Object.fromEntries(rows.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A copy of this project, so that what it builds is apart from every other build. */
export class Project {
  readonly root: string;

  constructor() {
    mkdirSync('.upheld', { recursive: true });
    this.root = realpathSync(mkdtempSync(resolve('.upheld/project-')));
    for (const part of PARTS) cpSync(part, join(this.root, part), { recursive: true });
    symlinkSync(resolve('node_modules'), join(this.root, 'node_modules'));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Makes the content folder hold these files and nothing else. */
  setContent(files: Readonly<Record<string, string>>): void {
    rmSync(join(this.root, 'content'), { recursive: true, force: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, 'content', path)), { recursive: true });
      writeFileSync(join(this.root, 'content', path), text);
    }
  }

  /** Changes a file of the project. */
  edit(file: string, change: (text: string) => string): void {
    writeFileSync(join(this.root, file), change(readFileSync(join(this.root, file), 'utf8')));
  }

  /** Forgets every build, so that the next one begins with nothing. */
  forget(): void {
    for (const path of ['dist', '.upheld']) rmSync(join(this.root, path), { recursive: true, force: true });
  }

  #environment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
    const { UPHELD_CONTENT: _, UPHELD_OUT: __, UPHELD_STAGE: ___, ...env } = process.env;
    return { ...env, ...settings };
  }

  /** Builds the site; gives the digests of its files and what the build had to do. */
  build(settings: Readonly<Record<string, string>> = {}): { files: Record<string, string>; counts: Record<string, number> } {
    this.run('build', settings);
    return this.read();
  }

  /** Runs one of the project's commands. */
  run(command: 'build' | 'merge', settings: Readonly<Record<string, string>> = {}): void {
    execFileSync(process.execPath, [`scripts/${command}.ts`], {
      cwd: this.root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: this.#environment(settings),
    });
  }

  /** The digests of the files of the built site, and what the last build had to do. */
  read(): { files: Record<string, string>; counts: Record<string, number> } {
    const { counts }: { counts: Record<string, number> } = JSON.parse(readFileSync(join(this.root, '.upheld', 'last-build.json'), 'utf8'));
    return { files: digestFiles(realpathSync(join(this.root, 'dist'))), counts };
  }

  /** Begins a build and kills it after so long, or lets it end. */
  async kill(afterMs: number): Promise<void> {
    const child = spawn(process.execPath, ['scripts/build.ts'], { cwd: this.root, stdio: 'ignore', env: this.#environment({}) });
    const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
    await new Promise((done) => child.once('exit', done));
    clearTimeout(timer);
  }
}
