/**
 * The little that the call reads in session descriptions. RFC 8866 makes the origin line of a
 * session unique, and every RTCPeerConnection has its own: a description with another origin comes
 * from another connection, for example after the other person has reloaded the page.
 *
 * Each description that we send also names the description of the other side that it was made for,
 * in an attribute that browsers ignore. So an offer or answer for a connection that is gone is told
 * from one for the connection that lives.
 */
export interface Origin {
  session: string;
  version: string;
}

const MADE_FOR = 'a=x-made-for:';

/** An ICE user fragment stands once for each media section, or once for all. */
export function ufragsOf(sdp: string): Set<string> {
  return new Set(lines(sdp, 'a=ice-ufrag:'));
}

export function originOf(sdp: string): Origin {
  const [user = '', id = '', version = ''] = (lines(sdp, 'o=')[0] ?? '').split(' ');
  return { session: `${user} ${id}`, version };
}

/** The description of ours that this one was made for; undefined if it names none. */
export function madeFor(sdp: string): Origin | undefined {
  const line = lines(sdp, MADE_FOR)[0];
  if (line === undefined) return undefined;
  const [user = '', id = '', version = ''] = line.split(' ');
  return { session: `${user} ${id}`, version };
}

/** The same description, made for one of the other side. */
export function withMadeFor(sdp: string, origin: Origin | undefined): string {
  if (origin === undefined) return sdp;
  const line = `${MADE_FOR}${origin.session} ${origin.version}\r\n`;
  const media = sdp.search(/^m=/m);
  return media < 0 ? sdp + line : sdp.slice(0, media) + line + sdp.slice(media);
}

export function hasChannel(sdp: string): boolean {
  return lines(sdp, 'm=application').length > 0;
}

export function isSameOrigin(one: Origin | undefined, other: Origin | undefined): boolean {
  return one !== undefined && other !== undefined && one.session === other.session && one.version === other.version;
}

function lines(sdp: string, start: string): string[] {
  return sdp
    .split(/\r?\n/)
    .filter((line) => line.startsWith(start))
    .map((line) => line.slice(start.length).trim());
}
