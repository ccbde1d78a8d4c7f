import { useEffect, useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import styles from './Call.module.css';

const EVERY_MS = 100;

/** How loud the microphone hears the person. */
export function Level({ track }: { track: MediaStreamTrack }) {
  const t = useTranslations('calls');
  const [level, setLevel] = useState(0);
  useEffect(() => {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      setLevel(Math.min(100, Math.round(Math.sqrt(power) * 300)));
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [track]);
  return (
    <label className={styles.level}>
      {t('level')}
      <meter min={0} max={100} value={level} />
    </label>
  );
}
