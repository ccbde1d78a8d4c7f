import { type ComponentType, lazy } from 'react';
import { type Feature, FeatureWords } from '../i18n';
import { loadPersistently } from './load';

/** A component whose code is loaded when it is first shown, and that comes even if the first tries fail. */
export function lazyPart<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(async () => {
    const module = await loadPersistently(load, () => true);
    if (module === undefined) {
      throw new Error('the code was not loaded');
    }
    return module;
  });
}

/**
 * A page of a feature, whose code and words are loaded when it is first shown. Where that fails because the device is
 * offline, or because a newer version has replaced the files, it is tried again.
 */
export function lazyPage<Props extends object>(
  feature: Feature,
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const Page = lazyPart(load);
  return function WithWords(props: Props) {
    return (
      <FeatureWords of={feature}>
        <Page {...props} />
      </FeatureWords>
    );
  };
}
