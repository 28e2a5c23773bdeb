import { html } from 'htm/preact';
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { ownAddress } from '../parts/address.ts';
import { useDeed } from '../parts/deed.ts';
import { Icon } from '../parts/icon.ts';
import { Menu } from '../parts/menu.ts';
import { openMessage } from '../parts/message-link.ts';
import { type Component, optionsOf, type ScreenMessage, type Server, TYPE } from './server.ts';
import { Markdown } from './text.ts';

/** The message that components belong to. */
export interface Host {
  readonly server: Server;
  readonly channel: string;
  readonly message: ScreenMessage;
}

/** Components of a message: https://docs.discord.com/developers/components/reference */
export function Components({ components, host }: { components: readonly Component[]; host: Host }) {
  return html`${components.map((component, at) => html`<${One} key=${component.id ?? at} component=${component} host=${host} />`)}`;
}

function One({ component, host }: { component: Component; host: Host }): ComponentChild {
  const inside = html`<${Components} components=${component.components ?? []} host=${host} />`;
  switch (component.type) {
    case TYPE.row:
      return html`<div class="row">${inside}</div>`;
    case TYPE.button:
      return html`<${Button} button=${component} host=${host} />`;
    case TYPE.text:
      return html`<${Markdown} text=${String(component['content'])} server=${host.server} />`;
    case TYPE.section:
      return html`
        <div class="section"><div class="section-text">${inside}</div>
          ${component.accessory && html`<div class="accessory"><${One} component=${component.accessory} host=${host} /></div>`}
        </div>`;
    case TYPE.thumbnail:
      return html`<div class="thumbnail"><${Media} item=${component} host=${host} /></div>`;
    case TYPE.gallery:
      return html`<div class="gallery">${(component['items'] as Component[]).map((item) => html`<${Media} item=${item} host=${host} />`)}</div>`;
    case TYPE.file:
      return html`<${KeptFile} item=${component} host=${host} />`;
    case TYPE.separator:
      return html`<div class="separator ${component['spacing'] === 2 ? 'wide' : ''} ${component['divider'] === false ? 'bare' : ''}" />`;
    case TYPE.container: {
      const accent = component['accent_color'];
      const colour = typeof accent === 'number' ? `#${accent.toString(16).padStart(6, '0')}` : undefined;
      return html`<div class="container ${component['spoiler'] ? 'hidden' : ''}" style=${colour && { borderLeftColor: colour }}>${inside}</div>`;
    }
    default:
      return html`<${Select} select=${component} host=${host} />`;
  }
}

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link'];

const emojiOf = (component: Component) => (component['emoji'] as { name?: string } | undefined)?.name;

function Button({ button, host }: { button: Component; host: Host }) {
  const deed = useDeed();
  const style = STYLES[Number(button['style'])] ?? 'secondary';
  const label = String(button['label'] ?? '');
  const emoji = emojiOf(button);
  const inside = html`${emoji && html`<span aria-hidden="true">${emoji}</span>`}${label}`;
  if (style === 'link')
    return html`<a class="button link" ...${openMessage(button['url'], host.server.goTo)} href=${button['url']} target="_blank" rel="noopener noreferrer">${inside}<${Icon} name="link" /></a>`;
  const press = () =>
    deed.run(() => host.server.act('presses', { ...whereIs(host), customId: button.custom_id }, label));
  return html`
    <span class="element">
      <button type="button" class="button ${style}" disabled=${button['disabled'] === true} aria-busy=${deed.isBusy} onClick=${press}>${inside}</button>
      ${deed.error && html`<span class="element-error" role="alert"><${Icon} name="alert" />${deed.error}</span>`}
    </span>`;
}

const whereIs = ({ channel, message }: Host) => ({ channel, message: message.id });

function Select({ select, host }: { select: Component; host: Host }) {
  const deed = useDeed();
  const options = optionsOf(select, host.server);
  const most = Number(select['max_values'] ?? 1);
  const [chosen, setChosen] = useState<readonly string[]>(
    options.filter((option) => option.default).map(({ value }) => value),
  );
  const placeholder = String(select['placeholder'] ?? host.server.words.discord.selection);
  const choose = (values: readonly string[]) => {
    setChosen(values);
    void deed.run(() => host.server.act('chooses', { ...whereIs(host), customId: select.custom_id, values }));
  };
  const error =
    deed.error && html`<span class="element-error" role="alert"><${Icon} name="alert" />${deed.error}</span>`;
  if (most > 1) {
    return html`
      <fieldset class="many" disabled=${select['disabled'] === true} aria-busy=${deed.isBusy}>
        <legend>${placeholder}</legend>
        ${options.map(({ value, label, description }) => {
          const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
          return html`
            <label key=${value}><input type="checkbox" checked=${chosen.includes(value)} onChange=${() => setChosen(next)} />
              <span>${label}${description && html`<span class="detail">${description}</span>`}</span></label>`;
        })}
        <button type="button" class="button secondary" onClick=${() => choose(chosen)}>${host.server.words.chat.choose}</button>
      </fieldset>${error}`;
  }
  // With a list of the browser’s own, an arrow key would choose already, and the bot act.
  const shown = options.find(({ value }) => value === chosen[0])?.label;
  const items = options.map(({ value, label, description, emoji }) => ({
    label: emoji?.name ? `${emoji.name} ${label}` : label,
    detail: description,
    choose: () => choose([value]),
  }));
  return html`
    <span class="element wide">
      <${Menu} class="select" label=${shown ? `${placeholder}: ${shown}` : placeholder} items=${items}
        isOff=${select['disabled'] === true} isBusy=${deed.isBusy}><span>${shown ?? placeholder}</span><${Icon} name="down" /><//>
      ${error}
    </span>`;
}

/** A file of the message's own, to be kept. */
function KeptFile({ item, host }: { item: Component; host: Host }) {
  const { url = '' } = item['file'] as { url?: string };
  const file = host.message.attachments.find(({ filename }) => url === `attachment://${filename}`);
  return file
    ? html`<p class="file"><a href=${ownAddress(file.url)} download=${file.filename}>${file.filename}</a> <span class="detail">${Math.ceil(file.size / 1024)} KB</span></p>`
    : html`<p class="file">${url.replace('attachment://', '')}</p>`;
}

/** A picture among the message's own files; nothing is fetched from elsewhere, so others are only named. */
function Media({ item, host }: { item: Component; host: Host }) {
  const { url = '' } = item['media'] as { url?: string };
  const name = url.startsWith('attachment://') ? url.slice('attachment://'.length) : undefined;
  const file = host.message.attachments.find(({ filename }) => filename === name);
  const source = ownAddress(file?.url ?? url);
  const alt = String(item['description'] ?? file?.description ?? '');
  return source
    ? html`<img src=${source} alt=${alt} />`
    : html`<span class="picture-elsewhere">${host.server.words.discord.picture(alt || url)}</span>`;
}
