import { type ComponentType, lazy } from 'react';
import { type Feature, FeatureWords, type Language, loadFeatureWords } from '../i18n';
import { loadPersistently } from './load';

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

/** A page, and a way to begin loading it before it is shown. */
export type LazyPage<Props extends object = object> = ComponentType<Props> & { begin: (language: Language) => void };

/** Loads code once, however often it is asked for, and even if the first tries fail. */
function once<Props>(load: Load<Props>): Load<Props> {
  let coming: ReturnType<Load<Props>> | undefined;
  const persistently = async () => {
    const module = await loadPersistently(load, () => true);
    if (module === undefined) {
      throw new Error('the code was not loaded');
    }
    return module;
  };
  return () => (coming ??= persistently());
}

/** A component whose code is loaded when it is first shown, and that comes even if the first tries fail. */
export function lazyPart<Props extends object>(load: Load<Props>) {
  return lazy(once(load));
}

/**
 * A page of a feature, whose code and words are loaded when it is first shown. Where that fails because the device is
 * offline, or because a newer version has replaced the files, it is tried again.
 */
export function lazyPage<Props extends object>(feature: Feature, load: Load<Props>): LazyPage<Props> {
  const code = once(load);
  const Page = lazy(code);
  function WithWords(props: Props) {
    // At the same time as the words, which come first below.
    void code();
    return (
      <FeatureWords of={feature}>
        <Page {...props} />
      </FeatureWords>
    );
  }
  const begin = (language: Language) => {
    void loadFeatureWords(language, feature);
    void code();
  };
  return Object.assign(WithWords, { begin });
}
