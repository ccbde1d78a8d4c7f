import { useEffect } from 'react';
import { api, nothing } from '@/shared/api';
import { deviceStorage } from '@/shared/browser';
import { useLanguage } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { OWN_ZONE } from '@/shared/time';

const SAVED = 'preferences';

/** Lets the server write to the person in the language, and with times of the zone, of the device used last. */
export function usePreferences(): void {
  const { id } = useUser();
  const { language } = useLanguage();
  useEffect(() => {
    const wanted = `${id} ${language} ${OWN_ZONE}`;
    if (deviceStorage.get(SAVED) === wanted) {
      return;
    }
    api.put('/api/me/preferences', nothing, { body: { language, timeZone: OWN_ZONE } }).then(
      () => deviceStorage.set(SAVED, wanted),
      // Nobody waits for it. The next page that is loaded tries again.
      () => undefined,
    );
  }, [id, language]);
}
