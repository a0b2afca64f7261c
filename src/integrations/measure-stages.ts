import type { AstroIntegration } from 'astro';
import { startStage } from '../compile/stages.ts';

/** Notes the time of rendering: from the start of the build to the first step after the pages. It belongs first. */
export function measureRendering(): AstroIntegration {
  let end: (() => void) | undefined;
  return {
    name: 'upheld:measure-rendering',
    hooks: {
      'astro:build:start': () => {
        end = startStage('render');
      },
      'astro:build:done': () => end?.(),
    },
  };
}

/** Notes the time that an integration takes after the pages, as a stage. */
export function asStage(name: string, integration: AstroIntegration): AstroIntegration {
  const done = integration.hooks['astro:build:done'];
  if (!done) return integration;
  return {
    ...integration,
    hooks: {
      ...integration.hooks,
      'astro:build:done': async (options) => {
        const end = startStage(name);
        await done(options);
        end();
      },
    },
  };
}
