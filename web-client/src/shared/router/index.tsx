// Addresses and the way between them. Wouter does the work; the names here are those that React programmers know.
import { type AnchorHTMLAttributes, type ReactNode, useCallback, useEffect, useMemo } from 'react';
import {
  Link as WouterLink,
  matchRoute,
  Redirect,
  useLocation as usePath,
  useParams,
  useRouter,
  useSearch,
  useSearchParams,
} from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';

export { Route, Switch } from 'wouter';
export { useParams, useSearchParams };

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: string;
  /** Takes the place of the page in the history, so that Back does not return to it. */
  replace?: boolean;
  /** Handed to the page that is linked to; it survives a reload. */
  state?: unknown;
}

/** A link within the app: no new load of the page. */
export function Link({ to, ...rest }: LinkProps) {
  return <WouterLink {...rest} href={to} />;
}

/** A link that knows whether the page is at or below its address, or at one that belongs to it as well. */
export function NavLink({ to, also, ...rest }: LinkProps & { also?: RegExp | undefined }) {
  const [path] = usePath();
  const here = path === to || path.startsWith(`${to}/`) || also?.test(path) === true;
  return <Link to={to} {...rest} aria-current={here ? 'page' : undefined} />;
}

/** Goes on to another address as soon as it is shown. */
export function Navigate({ to, replace = false }: { to: string; replace?: boolean }): ReactNode {
  return <Redirect to={to} replace={replace} />;
}

export type NavigateTo = (to: string | -1, options?: { replace?: boolean; state?: unknown }) => void;

/** Goes to an address, or one step back. */
export function useNavigate(): NavigateTo {
  const [, go] = usePath();
  return useMemo(
    () => (to, options) => {
      if (to === -1) {
        window.history.back();
      } else {
        go(to, options);
      }
    },
    [go],
  );
}

export interface Location {
  pathname: string;
  /** With its question mark; empty without a query. */
  search: string;
  state: unknown;
}

export function useLocation(): Location {
  const [pathname] = usePath();
  const search = useSearch();
  const state: unknown = useHistoryState();
  return { pathname, search: search === '' ? '' : `?${search}`, state };
}

/** Whether a path is one of a {@link Route}. */
export function useMatcher(): (route: string | RegExp, path: string) => boolean {
  const { parser } = useRouter();
  return useCallback((route, path) => matchRoute(parser, route, path)[0], [parser]);
}

/** Where the link stood that led to the log-in or sign-up form; the start page without one. */
export function cameFrom(state: unknown): string {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : undefined;
  return typeof from === 'string' && /^\/(?!\/|(?:login|signup)(?:$|[/?#]))/.test(from) ? from : '/';
}

/** The state of a link from a list to one of its items: the list as it is now, with its query. */
export function useThisList(): { list: string } {
  const { pathname, search } = useLocation();
  return { list: pathname + search };
}

/** The way back to the list at `path`: as it was when one came from it, or else as it begins. */
export function useListBefore(path: string): string {
  const { state } = useLocation();
  const list = typeof state === 'object' && state !== null && 'list' in state ? state.list : undefined;
  return typeof list === 'string' && list.startsWith(`${path}?`) ? list : path;
}

let back = false;
window.addEventListener('popstate', () => {
  back = true;
});

/** Whether the person came to the present address with Back or Forward. */
export function cameBack(): boolean {
  return back;
}

/** A page that is gone to begins at its top; one that is gone back to stays where the browser puts it. */
export function useScrollToTop(): void {
  const [path] = usePath();
  useEffect(() => {
    if (!back) {
      window.scrollTo(0, 0);
    }
    return () => {
      back = false;
    };
  }, [path]);
}
