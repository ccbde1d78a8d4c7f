import { useEffect, useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import { Button, Select } from '@/shared/ui';
import {
  chooseDevice,
  chosenDevices,
  type Device,
  type DeviceKind,
  listDevices,
  onDevicesChanged,
} from '../browser/devices';
import styles from './Call.module.css';
import { playOnce } from './ring';

const NAMES = { video: 'camera', audio: 'microphone', output: 'speaker' } as const;
const KINDS: readonly DeviceKind[] = ['video', 'audio', 'output'];

/** Which camera, microphone and speaker; remembered for the next call. */
export function DeviceFields({
  current,
  changed,
}: {
  current: Partial<Record<DeviceKind, string>>;
  changed: (kind: DeviceKind, id: string) => void;
}) {
  const t = useTranslations('calls');
  const [devices, setDevices] = useState<Record<DeviceKind, Device[]> | null>(null);
  const [chosen, setChosen] = useState(chosenDevices);

  useEffect(() => {
    let wanted = true;
    const load = () =>
      void listDevices().then(
        (found) => wanted && setDevices(found),
        () => undefined,
      );
    load();
    const stop = onDevicesChanged(load);
    return () => {
      wanted = false;
      stop();
    };
  }, [current.video, current.audio]);

  const choose = (kind: DeviceKind, id: string) => {
    chooseDevice(kind, id);
    setChosen(chosenDevices());
    changed(kind, id);
  };
  return (
    <div className={styles.fields}>
      {KINDS.map((kind) => {
        const found = devices?.[kind] ?? [];
        if (found.length === 0) {
          return null;
        }
        const value = current[kind] ?? chosen[kind] ?? found[0]?.id ?? '';
        return (
          <Select
            key={kind}
            label={t(NAMES[kind])}
            value={value}
            onChange={(id) => choose(kind, id)}
            options={found.map(({ id, name }) => ({
              value: id,
              label: /^\d+$/.test(name) ? t('device', { kind, number: name }) : name,
            }))}
          />
        );
      })}
      <Button look="quiet" onClick={() => void playOnce(chosen.output)}>
        {t('testSpeaker')}
      </Button>
    </div>
  );
}
