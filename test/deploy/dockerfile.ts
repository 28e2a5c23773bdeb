/** One line of a Dockerfile, its continuations joined. */
interface Step {
  readonly instruction: string;
  readonly rest: string;
}

/** A stage: what is between one FROM and the next. */
export interface Stage {
  readonly name: string;
  readonly image: string;
  readonly steps: readonly Step[];
}

/** Reads as much of a Dockerfile's grammar as ours uses: https://docs.docker.com/reference/dockerfile/ */
export function readDockerfile(text: string): readonly Stage[] {
  const stages: { name: string; image: string; steps: Step[] }[] = [];
  const lines = text.replaceAll(/\\\n\s*/g, '').split('\n');
  for (const line of lines) {
    const [, instruction, rest] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? [];
    if (!instruction || rest === undefined) continue;
    if (instruction === 'FROM') {
      const [image = '', , name = `stage-${stages.length}`] = rest.split(/\s+/);
      stages.push({ name, image, steps: [] });
    } else {
      stages.at(-1)?.steps.push({ instruction, rest });
    }
  }
  return stages;
}

/** True for a path that `.dockerignore` lets into the build: the last pattern that fits it decides. */
export function createFilter(dockerignore: string): (path: string) => boolean {
  const rules = dockerignore
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ isIn: line.startsWith('!'), pattern: line.replace(/^!/, '') }));
  return (path) => {
    const fits = (pattern: string) => pattern === '*' || path === pattern || path.startsWith(`${pattern}/`);
    return rules.findLast(({ pattern }) => fits(pattern))?.isIn ?? true;
  };
}
