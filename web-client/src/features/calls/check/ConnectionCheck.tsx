import { CircleAlert, CircleCheck, CircleX } from 'lucide-react';
import { useConfig } from '@/shared/config';
import { useTranslations } from '@/shared/i18n';
import { Button, Status, type Tone } from '@/shared/ui';
import type { CheckResult } from './checkConnection';
import styles from './Check.module.css';
import { useConnectionCheck } from './useConnectionCheck';

const LOOKS = {
  video: { tone: 'done', icon: CircleCheck },
  voice: { tone: 'attention', icon: CircleAlert },
  weak: { tone: 'harm', icon: CircleX },
  works: { tone: 'done', icon: CircleCheck },
  blocked: { tone: 'harm', icon: CircleX },
  offline: { tone: 'harm', icon: CircleX },
  unsupported: { tone: 'harm', icon: CircleX },
} as const satisfies Record<CheckResult['outcome'], { tone: Tone; icon: typeof CircleCheck }>;

/** Whether this device would get through to others, and how well. */
export function ConnectionCheck() {
  const t = useTranslations('calls');
  const { state, start, stop } = useConnectionCheck();
  const isRunning = state.step === 'connecting' || state.step === 'measuring';
  return (
    <div className={styles.connection}>
      <div role="status">
        {isRunning && <p>{t(state.step === 'connecting' ? 'lineConnecting' : 'lineMeasuring')}</p>}
        {state.step === 'done' && <Outcome result={state.result} />}
      </div>
      <Button onClick={isRunning ? stop : start}>
        {t(isRunning ? 'lineStop' : state.step === 'done' ? 'lineAgain' : 'lineCheck')}
      </Button>
    </div>
  );
}

function Outcome({ result }: { result: CheckResult }) {
  const t = useTranslations('calls');
  const hasRelay = useConfig()?.features.turn === true;
  const { outcome } = result;
  // A relay that is there, but not for this person yet.
  const advice = outcome === 'works' && hasRelay ? 'later' : outcome;
  return (
    <>
      <Status {...LOOKS[outcome]}>{t(`line_${outcome}`)}</Status>
      <p>{t(`lineAdvice_${advice}`)}</p>
      {'measured' in result && (
        <p className={styles.facts}>
          {t('lineFacts', {
            connect: Math.round(result.measured.connectMs),
            roundTrip: Math.round(result.measured.roundTripMs),
            lost: Math.round(result.measured.lostShare * 100),
          })}
        </p>
      )}
    </>
  );
}
