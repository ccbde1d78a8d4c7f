export { VideoCallContext, useVideoCall, type CallMedia, type CallRequest, type VideoCall } from './VideoCallContext';
