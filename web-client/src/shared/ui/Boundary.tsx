import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  children: ReactNode;
  fallback?: ReactNode;
  resetKey?: string;
}

/** Keeps what fails within it, also what cannot be loaded, from taking the page along. A new `resetKey` gives it another try. */
export class Boundary extends Component<BoundaryProps, { failedAt: string | undefined; failed: boolean }> {
  override state = { failed: false, failedAt: undefined as string | undefined };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: { resetKey?: string }, state: { failed: boolean; failedAt: string | undefined }) {
    if (state.failed && state.failedAt !== undefined && state.failedAt !== props.resetKey) {
      return { failed: false, failedAt: undefined };
    }
    return { failedAt: state.failed ? (state.failedAt ?? props.resetKey) : undefined };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
