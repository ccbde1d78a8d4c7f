// usage: node product.mjs <url of the server> <url of the test's control>
import { access } from "./access.mjs";
import { calls } from "./calls.mjs";
import { chat } from "./chat.mjs";
import { run } from "./harness.mjs";
import { presence } from "./presence.mjs";
import { waiting } from "./waiting.mjs";

await run({ ...access, ...presence, ...chat, ...calls, ...waiting });
