import { html } from 'htm/preact';
import { useRef } from 'preact/hooks';
import { useWords } from '../words/index.ts';
import { Icon } from './icon.ts';

/** A file as the sandbox takes it. */
export interface Attached {
  readonly name: string;
  readonly base64: string;
}

/** The button that chooses files to be sent with the next message. */
export function Attach({ choose }: { choose: (files: readonly Attached[]) => void }) {
  const words = useWords().chat;
  const field = useRef<HTMLInputElement>(null);
  const onChange = async () => {
    const input = field.current;
    choose(await Promise.all([...(input?.files ?? [])].map(read)));
    if (input) input.value = '';
  };
  return html`
    <input ref=${field} type="file" multiple hidden aria-label=${words.attach} onChange=${onChange} />
    <button type="button" class="icon-button" aria-label=${words.attach} onClick=${() => field.current?.click()}>
      <${Icon} name="clip" />
    </button>`;
}

function read(file: File): Promise<Attached> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.addEventListener('load', () => {
      const [, base64 = ''] = String(reader.result).split(',');
      resolve({ name: file.name, base64 });
    });
    reader.addEventListener('error', () => reject(new Error(reader.error?.message)));
    reader.readAsDataURL(file);
  });
}
