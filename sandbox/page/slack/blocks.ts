import { html } from 'htm/preact';
import type { ComponentChild } from 'preact';
import { problemIn } from '../parts/problem.ts';
import { type Answer, answerIn } from './answers.ts';
import { Element, knownIn, type Surface, useElement } from './elements.ts';
import { Field } from './fields.ts';
import { Picture } from './picture.ts';
import { Mrkdwn, RichText, TextObject } from './text.ts';
import { asJson, asList, type Json, textOf } from './workspace.ts';

/** Block Kit: https://docs.slack.dev/reference/block-kit/blocks */
export function Blocks({ blocks, surface }: { blocks: readonly Json[]; surface: Surface }) {
  return html`<div class="blocks">
    ${blocks.map((block, at) => html`<${Block} key=${String(block['block_id'] ?? at)} block=${block} surface=${surface} />`)}
  </div>`;
}

function Block({ block, surface }: { block: Json; surface: Surface }): ComponentChild {
  const { workspace } = surface;
  const blockId = String(block['block_id']);
  const element = (one: Json) =>
    html`<${Element} key=${one['action_id']} element=${one} blockId=${blockId} surface=${surface} />`;
  switch (block['type']) {
    case 'section':
      return html`
        <div class="section">
          <div class="section-text">
            ${block['text'] && html`<div><${TextObject} of=${block['text']} workspace=${workspace} /></div>`}
            ${
              block['fields'] &&
              html`<div class="fields">${asList(block['fields']).map((field) => html`<div><${TextObject} of=${field} workspace=${workspace} /></div>`)}</div>`
            }
          </div>
          ${block['accessory'] && html`<div class="accessory">${element(asJson(block['accessory']))}</div>`}
        </div>`;
    case 'header':
      return html`<h4 class="block-header"><${TextObject} of=${block['text']} workspace=${workspace} /></h4>`;
    case 'divider':
      return html`<hr />`;
    case 'context':
      return html`
        <div class="context">
          ${asList(block['elements']).map((one) =>
            one['type'] === 'image'
              ? html`<${Picture} image=${one} />`
              : html`<span><${TextObject} of=${one} workspace=${workspace} /></span>`,
          )}
        </div>`;
    case 'actions':
      return html`<div class="actions">${asList(block['elements']).map(element)}</div>`;
    case 'image':
      return html`<${Picture} image=${block} />`;
    case 'rich_text':
      return html`<${RichText} block=${block} workspace=${workspace} />`;
    case 'markdown':
      return html`<div class="plain-text">${String(block['text'])}</div>`;
    case 'table':
      return html`<${Table} block=${block} surface=${surface} />`;
    case 'input':
      return html`<${Input} block=${block} surface=${surface} />`;
    default:
      return html`<p class="detail">(a ${String(block['type'])})</p>`;
  }
}

function Table({ block, surface }: { block: Json; surface: Surface }) {
  const rows = Array.isArray(block['rows']) ? block['rows'].map(asList) : [];
  const cell = (one: Json) =>
    one['type'] === 'rich_text'
      ? html`<${RichText} block=${one} workspace=${surface.workspace} />`
      : String(one['text'] ?? '');
  return html`
    <div class="table" tabindex="0" role="group" aria-label=${surface.workspace.words.slack.table}>
      <table><tbody>${rows.map((row) => html`<tr>${row.map((one) => html`<td>${cell(one)}</td>`)}</tr>`)}</tbody></table>
    </div>`;
}

const GROUPS = ['checkboxes', 'radio_buttons'];

/** A labelled input with its hint, and what is wrong with it. */
function Input({ block, surface }: { block: Json; surface: Surface }) {
  const blockId = String(block['block_id']);
  const element = asJson(block['element']);
  const use = useElement(surface, blockId, element);
  const known = knownIn(surface, blockId, element);
  const filled = surface.filled?.[blockId];
  const problem = surface.errors?.[blockId] ?? use.error;
  const error = problem && problemIn(surface.workspace.words, problem);
  const hint = textOf(block['hint']) || (element['timezone'] ? String(element['timezone']).replaceAll('_', ' ') : '');
  const id = `input-${blockId}`;
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  const onAnswer = (answer: Answer) => {
    surface.fill?.(blockId, answer);
    if (block['dispatch_action'] && !String(element['type']).includes('input')) void use.press(answer);
  };
  const isGroup = GROUPS.includes(String(element['type'])) || /^multi_(?!external)/.test(String(element['type']));
  const label = html`${textOf(block['label'])}${block['optional'] && html` <span class="optional">${surface.workspace.words.slack.optional}</span>`}`;
  return html`
    <div class="input ${error ? 'invalid' : ''}">
      ${isGroup ? html`<span class="label" id="${id}-label">${label}</span>` : html`<label class="label" for=${id}>${label}</label>`}
      <${Field} id=${id} element=${element} answer=${filled === undefined ? answerIn(element, known) : filled} known=${known}
        onAnswer=${onAnswer} lookUp=${use.lookUp} workspace=${surface.workspace} describedBy=${describedBy}
        draft=${'view' in surface.place ? `${surface.place.view} ${blockId}` : undefined}
        isInvalid=${Boolean(error)} isRequired=${block['optional'] !== true} />
      ${error && html`<p class="error" id="${id}-error">${error}</p>`}
      ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
    </div>`;
}

/** A message's own text, when it has no blocks. */
export function PlainMessage({ text, surface }: { text: string; surface: Surface }) {
  return html`<div class="plain-text"><${Mrkdwn} text=${text} workspace=${surface.workspace} /></div>`;
}
