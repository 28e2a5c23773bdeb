import type { Notice } from '../../conversation/notice.ts';
import type { NoticeKind, NoticeSubject } from '../../core/owing/kinds.ts';
import type { RenderDeps } from './deps.ts';
import type { SessionView, View } from './reader.ts';

/** What a notice of this kind is shown of its subject. */
type ViewFor<Kind extends NoticeKind> = NoticeSubject<Kind>['kind'] extends 'session' ? SessionView : View;

/** One notice for each kind of message: the compiler says which is missing, or knows another subject or other data than core. */
export type Notices = { readonly [Kind in NoticeKind]: Notice<Kind, ViewFor<Kind>, RenderDeps> };
