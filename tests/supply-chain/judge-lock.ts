export interface Lock {
  lockfileVersion: number;
  packages: Record<string, { version?: string; integrity?: string; resolved?: string; link?: boolean; hasInstallScript?: boolean }>;
}

export interface Advisory {
  package: string;
  fixedIn: string;
}

const nameAt = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Whether a version comes before another, by its three numbers; one with a tag comes before its release. */
export function isBefore(version: string, other: string): boolean {
  const parse = (text: string) => [...(text.split(/[-+]/)[0] ?? '').split('.').map(Number), text.includes('-') ? 0 : 1];
  const [a, b] = [parse(version), parse(other)];
  const place = a.findIndex((part, index) => part !== b[index]);
  return place >= 0 && (a[place] ?? 0) < (b[place] ?? 0);
}

/** What is wrong with a lock file: an entry without a digest, from elsewhere than the registry that npm is set to, or without a version. */
export const judgeLock = ({ lockfileVersion, packages }: Lock): string[] => [
  ...(lockfileVersion === 3 ? [] : ['the lock file is not of version 3']),
  ...Object.entries(packages).flatMap(([place, { version, integrity, resolved, link }]) => {
    if (place === '') return [];
    return [
      ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') ? [] : [`${place} has no digest`]),
      ...(link || (resolved !== undefined && !/^https:\/\/[a-z0-9.-]+\/(?:@[^/]+\/)?[^/]+\/-\/[^/]+\.tgz$/.test(resolved))
        ? [`${place} is not of a registry: ${resolved ?? 'a link'}`]
        : []),
      ...(/^\d+\.\d+\.\d+/.test(version ?? '') ? [] : [`${place} has no version`]),
    ];
  }),
];

/** The packages of a lock file that a published fault concerns. */
export const listAdvised = ({ packages }: Lock, advisories: readonly Advisory[]): string[] =>
  Object.entries(packages).flatMap(([place, { version = '' }]) =>
    advisories
      .filter((advisory) => advisory.package === nameAt(place) && isBefore(version, advisory.fixedIn))
      .map(({ fixedIn }) => `${place} is ${version}; a fault is mended in ${fixedIn}`),
  );

/** The packages that want to run something when they are installed. */
export const listInstallScripts = ({ packages }: Lock): string[] =>
  Object.entries(packages).flatMap(([place, { hasInstallScript }]) => (hasInstallScript ? [nameAt(place)] : []));

/** What is wrong with the direct dependencies: a range instead of a version, or no reason given for one. */
export const judgeDirect = (direct: Record<string, string>, reasons: string): string[] =>
  Object.entries(direct).flatMap(([name, version]) => {
    const scope = name.split('/')[0] ?? '';
    const short = name.slice(scope.length + 1);
    const row = reasons
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|')[1] ?? '')
      .some((cell) =>
        cell.split(/[,\s]+/).some((word) => word === name || word === `${scope}/*` || (short !== '' && word === `-${short}`)),
      );
    return [
      ...(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version) ? [] : [`${name} is not of one version: ${version}`]),
      ...(row ? [] : [`${name} has no reason in docs/dependencies.md`]),
    ];
  });
