import { useTranslations } from '../i18n';
import { useProblemText } from '../ui';
import { ImageProblem } from './prepareImage';

/** Says why a picture could not be taken or sent. */
export function useImageText(): (error: unknown) => string {
  const t = useTranslations('images');
  const problem = useProblemText();
  return (error) => (error instanceof ImageProblem ? t(error.fault) : problem(error));
}
