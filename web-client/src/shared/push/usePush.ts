import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useConfig } from '@/shared/config';
import { useUser } from '@/shared/session';
import { type PushState, readPush, turnPushOff, turnPushOn } from './device';

interface PushDevice {
  /** Undefined while it is being found out. */
  state: PushState | undefined;
  busy: boolean;
  /** What went wrong with the last change. */
  error: Error | null;
  turn: (on: boolean) => void;
}

/** Whether notices come to this device, and how to change that. Another tab hears of a change when it is looked at. */
export function usePush(): PushDevice {
  const config = useConfig();
  const { id: userId } = useUser();
  const vapidKey = config?.vapidKey ?? null;
  const queries = useQueryClient();
  const queryKey = ['push', userId, vapidKey];
  const push = { vapidKey, userId };
  const { data } = useQuery({
    queryKey,
    queryFn: () => readPush(push),
    staleTime: 0,
    retry: false,
    enabled: config !== undefined,
  });
  const change = useMutation({
    mutationFn: (on: boolean) => (on ? turnPushOn(push) : turnPushOff()),
    onSuccess: (state) => queries.setQueryData(queryKey, state),
  });
  return { state: data, busy: change.isPending, error: change.error, turn: change.mutate };
}
