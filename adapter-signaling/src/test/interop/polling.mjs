// usage: node polling.mjs <url of the server> <url of the test's control> transports=polling
import { calls } from "./calls.mjs";
import { chat } from "./chat.mjs";
import { run } from "./harness.mjs";

// These cut a WebSocket, or send more packets than one second allows with their polls.
const {
  aSideMaySend100Candidates,
  case58AnAnswerThatWasMissedFollowsTheResume,
  case60AReconnectKeepsTheCall,
  case62ALeaseThatRunsOutEndsTheCall,
  ...callsOverPolling
} = calls;

await run({ ...chat, ...callsOverPolling });
