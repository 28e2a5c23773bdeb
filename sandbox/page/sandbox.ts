import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PageMoments, PageState } from '../page-server.ts';
import { setClock } from './clock.ts';
import { visitorWords } from './words/index.ts';

export type Chat = 'slack' | 'discord';

/** Does something as the chosen person; rejects with the words that the person would be shown. */
export type Act = (deed: string, given?: unknown, label?: string) => Promise<unknown>;

/** Who is chosen, by chat. */
export type Chosen = Readonly<Partial<Record<Chat, string>>>;

export interface SandboxNow {
  readonly state: PageState | undefined;
  readonly moments: PageMoments;
  /** The sandbox does not answer; the page keeps trying. */
  readonly isLost: boolean;
}

/** Whether a chat is on the screen: at a phone's width only one of them is. */
export function isOnScreen(chat: Chat): boolean {
  return document.querySelector(`.pane.${chat}`)?.checkVisibility() ?? false;
}

/** Asks the sandbox for something to be done. */
export async function send(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`/sandbox/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (!response) throw new Error(visitorWords.page.gone);
  const { result, error } = (await response.json()) as { result?: unknown; error?: string };
  if (error !== undefined || !response.ok) throw new Error(error ?? visitorWords.page.failed);
  return result;
}

/** What these two people see; whoever is left out, as the page last chose. */
export function fetchState(chosen: Chosen): Promise<PageState> {
  return get<PageState>(`state?${new URLSearchParams({ ...chosen })}`);
}

const RETRY_MS = 2000;

/** What the two chosen people see, kept up to date. */
export function useSandbox(chosen: Chosen): SandboxNow {
  const [now, setNow] = useState<SandboxNow>({ state: undefined, moments: {}, isLost: false });
  const wanted = useRef(chosen);
  wanted.current = chosen;
  const isLoading = useRef(false);
  const isStale = useRef(false);

  const load = useCallback(async () => {
    isStale.current = true;
    if (isLoading.current) return;
    isLoading.current = true;
    while (isStale.current) {
      isStale.current = false;
      try {
        const state = await fetchState(wanted.current);
        setClock(state.now);
        setNow((before) => ({ ...before, state, isLost: false }));
        const moments = await get<PageMoments>('moments').catch(() => ({}));
        setNow((before) => ({ ...before, moments }));
      } catch {
        setNow((before) => ({ ...before, isLost: true }));
      }
    }
    isLoading.current = false;
  }, []);

  useEffect(() => void load(), [load, chosen.slack, chosen.discord]);
  useEffect(() => {
    let events: EventSource;
    let timer: ReturnType<typeof setTimeout>;
    const listen = () => {
      events = new EventSource('/sandbox/events');
      events.addEventListener('changed', () => void load());
      events.addEventListener('error', () => {
        setNow((before) => ({ ...before, isLost: true }));
        // The browser tries again by itself, but not after an answer that was no stream.
        if (events.readyState === EventSource.CLOSED) timer = setTimeout(listen, RETRY_MS);
      });
    };
    listen();
    return () => {
      clearTimeout(timer);
      events.close();
    };
  }, [load]);
  return now;
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(`/sandbox/${path}`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}
