/**
 * Programs that fetch a link to show a preview of it, or to index it. The list need not be complete, nor free of
 * mistakes: only a browser that runs scripts goes on by itself, and everybody has the button.
 */
const ROBOTS =
  /(?<!cu)bot\b|crawl|spider|preview|facebookexternalhit|meta-external|whatsapp|ms-office|microsoft office|embedly|iframely|vkshare|curl|wget|python|go-http-client|okhttp|axios|node-fetch|libwww/i;

/** True for a request by which nobody looks at the page. */
export function isPreview(request: Request): boolean {
  const purpose = request.headers.get('sec-purpose') ?? request.headers.get('purpose') ?? request.headers.get('x-moz');
  if (purpose && /prefetch|prerender|preview/i.test(purpose)) return true;
  const agent = request.headers.get('user-agent');
  return request.method === 'HEAD' || !agent || ROBOTS.test(agent);
}
