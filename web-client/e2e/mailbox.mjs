// A mail server that accepts everything, and shows what it was given.
import { createServer } from 'node:net';

const WAIT_MS = 60_000;

/** Starts one on a free port. `settings` are those of a server of ours that sends its mails there. */
export async function startMailbox() {
  const mails = [];
  const waiting = new Set();
  const server = createServer((socket) =>
    receive(socket, (mail) => {
      mails.push(mail);
      waiting.forEach((look) => look());
    }),
  );
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  return {
    mails,
    settings: (url) => ({
      PUBLIC_URL: url,
      SMTP_URL: `smtp://127.0.0.1:${port}?tls=none`,
      MAIL_FROM: 'The Clinic <clinic@clinic.example>',
    }),
    /** The first mail to an address with these words in its subject that has not been asked for yet. */
    next: (to, subject) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = mails.find((mail) => !mail.seen && mail.to === to && mail.subject.includes(subject));
          if (found !== undefined) {
            found.seen = true;
            end();
            resolve(found);
          }
        };
        const late = setTimeout(() => {
          end();
          reject(new Error(`no mail to ${to} about "${subject}" among ${JSON.stringify(mails)}`));
        }, WAIT_MS);
        const end = () => {
          clearTimeout(late);
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function receive(socket, done) {
  let text = '';
  let mail;
  let inData = false;
  const say = (line) => socket.write(`${line}\r\n`);
  socket.setEncoding('utf8');
  socket.on('error', () => undefined);
  say('220 mailbox');
  socket.on('data', (data) => {
    text += data;
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
      const line = text.slice(0, end);
      text = text.slice(end + 2);
      if (inData) {
        if (line === '.') {
          inData = false;
          done(read(mail));
          say('250 OK');
        } else {
          mail.lines.push(line.startsWith('.') ? line.slice(1) : line);
        }
      } else if (/^DATA/i.test(line)) {
        inData = true;
        say('354 Go ahead');
      } else if (/^RCPT TO:/i.test(line)) {
        mail = { to: line.replace(/^RCPT TO:\s*<([^>]*)>.*/i, '$1'), lines: [] };
        say('250 OK');
      } else if (/^QUIT/i.test(line)) {
        say('221 Bye');
        socket.end();
      } else {
        say('250 OK');
      }
    }
  });
}

/** The subject, and the text of the plain part; the links in it are whole. */
function read({ to, lines }) {
  const whole = lines.join('\r\n');
  const headers = whole.slice(0, whole.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]/g, ' ');
  const subject = decodedWords(/^Subject: (.*)$/m.exec(headers)?.[1] ?? '');
  const plain = /Content-Type: text\/plain[^]*?\r\n\r\n([^]*?)\r\n--/.exec(whole)?.[1] ?? '';
  const text = plain
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { to, subject, text, link: /https?:\/\/\S+#\S+/.exec(text)?.[0], seen: false };
}

/** RFC 2047, as far as our subjects need it. */
function decodedWords(text) {
  return text.replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=\s*/gi, (_, kind, coded) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(coded, 'base64').toString('utf8')
      : Buffer.from(
          coded
            .replaceAll('_', ' ')
            .replaceAll(/=([0-9A-F]{2})/g, (__, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString('utf8'),
  );
}
