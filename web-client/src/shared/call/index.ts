export { clockTime } from './clockTime';
export { lastedMs, latestCallsQuery, loadCalls, type CallRecord } from './callRecords';
export {
  VideoCallContext,
  useVideoCall,
  type CallMedia,
  type CallPlace,
  type CallRequest,
  type VideoCall,
} from './VideoCallContext';
