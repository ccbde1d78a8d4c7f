import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  children: ReactNode;
  fallback?: ReactNode;
  resetKey?: string;
}

/** Keeps a failure within it, or code that cannot be loaded, from breaking the page. A new `resetKey` tries again. */
export class Boundary extends Component<BoundaryProps, { failedAt: string | undefined; failed: boolean }> {
  override state = { failed: false, failedAt: undefined as string | undefined };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps(
    props: { resetKey?: string },
    state: { failed: boolean; failedAt: string | undefined },
  ) {
    if (state.failed && state.failedAt !== undefined && state.failedAt !== props.resetKey) {
      return { failed: false, failedAt: undefined };
    }
    return { failedAt: state.failed ? (state.failedAt ?? props.resetKey) : undefined };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
