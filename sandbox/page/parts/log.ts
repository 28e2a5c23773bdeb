import { html } from 'htm/preact';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface LogProps {
  label: string;
  /** Changes with every message. */
  last: string | undefined;
  children: ComponentChildren;
}

const NEAR_PX = 120;

/** The messages of a conversation: new ones are read out, and stay in sight as long as the end was in sight. */
export function Log({ label, last, children }: LogProps) {
  const element = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const onScroll = () => {
    const { scrollHeight, scrollTop, clientHeight } = element.current ?? {
      scrollHeight: 0,
      scrollTop: 0,
      clientHeight: 0,
    };
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
  };
  const toEnd = () => {
    if (isAtEnd.current) element.current?.scrollTo({ top: element.current.scrollHeight });
  };
  // After every drawing: a message that was changed may have grown.
  useLayoutEffect(toEnd);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(toEnd);
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [last]);
  return html`
    <div ref=${element} class="log" role="log" aria-label=${label} tabindex="0" onScroll=${onScroll}>
      <div class="log-inner">${children}</div>
    </div>`;
}
