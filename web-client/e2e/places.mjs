// Every place of the client, for each of the people: its address, what shows when it is complete, and what makes it as it is wanted.
import { send } from './people.mjs';
import { drawn, REFUSED } from './pictures.mjs';

/**
 * Names to addresses, for each of the people. `say` finds what a page in the language of the pictures says. What a place does
 * to the server for longer than its picture, the function that it returns takes back.
 */
export function places(people, say) {
  return {
    anonymous: strangerPlaces(people, say),
    patient: patientPlaces(people, say),
    newcomer: newcomerPlaces(people, say),
    admin: adminPlaces(people, say),
    unguarded: { 'admin-unguarded': ['/people', 'Set up two-step log-in first'] },
    doctor: doctorPlaces(people, say),
    busy: practicePlaces(people, say),
    beginner: {
      'today-first-run': ['/today', 'Set up your practice'],
      'schedule-empty': ['/schedule', 'Usual week'],
      'calendar-empty': ['/calendar', 'Calendar'],
      'messages-doctor-empty': ['/messages', 'No messages yet'],
      'patients-none-yet': ['/patients', 'No patients yet'],
    },
    waiting: { 'today-unapproved': ['/today', 'Your day'] },
  };
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();

/** Of all places: chooses a time that a doctor has, the second because the first may begin meanwhile. */
async function chooseTime(page) {
  await page.locator('main button[data-at]').nth(1).click();
  await page.locator('main textarea').waitFor();
}

function strangerPlaces({ doctor }, say) {
  return {
    landing: ['/', 'See a doctor this week, by video or chat'],
    'landing-end': ['/', 'Language', (page) => page.locator('footer, [class*=footer]').last().scrollIntoViewIfNeeded()],
    'sign-up': ['/signup', 'Create account'],
    'sign-up-doctor': ['/signup', 'Create account', (page) => page.getByText(say('A doctor'), { exact: true }).click()],
    'sign-up-problems': [
      '/signup',
      'Create account',
      async (page) => {
        await press(page, say('Create account'));
        await page.getByRole('alert').waitFor();
      },
    ],
    'log-in': ['/login', 'Log in'],
    'log-in-wrong': [
      '/login',
      'Log in',
      async (page) => {
        await page.locator('input[type=email]').fill('nobody@example.org');
        await page.locator('input[type=password]').fill('wrong');
        await page.locator('main button[type=submit]').click();
        await page.getByRole('alert').waitFor();
      },
    ],
    'log-in-code': ['/login', 'Log in', (page) => askedForCode(page)],
    forgot: ['/forgot', 'Send me a link'],
    reset: ['/reset#token', 'Save new password'],
    'reset-used': ['/reset', 'This link does not work any more'],
    verify: ['/verify#token', 'Confirm the address'],
    unsubscribe: ['/unsubscribe/token', 'Stop these mails?'],
    'booking-stranger': [`/doctors/${doctor.id}`, 'Choose a time', chooseTime],
    'booking-account': [
      `/doctors/${doctor.id}`,
      'Choose a time',
      async (page) => {
        await chooseTime(page);
        await page.getByRole('link', { name: say('Log in to book') }).click();
        await page.getByText(say('Log in to continue')).waitFor();
      },
    ],
    'not-found': ['/nowhere', 'Page not found'],
    'log-in-first': ['/me', 'Log in to continue'],
  };
}

/** The password of somebody with two-step log-in has been right. */
async function askedForCode(page) {
  await page.route('**/api/auth/login', (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 401, code: 'second_factor_required', title: 'Second factor required' }),
    }),
  );
  await page.locator('input[type=email]').fill('nina@example.org');
  await page.locator('input[type=password]').fill('correct horse');
  await page.locator('main button[type=submit]').click();
  await page.locator('input[autocomplete=one-time-code]').waitFor();
}

function patientPlaces({ doctor, pending, scheduled, completed, now, others: [away, retired] }, say) {
  const chat = `/messages/${doctor.id}`;
  return {
    home: ['/home', 'Dr. Marta Vidal'],
    doctors: ['/doctors', 'Dr. Marta Vidal'],
    'doctors-none': ['/doctors?q=zzz', 'No doctor found'],
    'doctors-symptom': ['/doctors?q=rash', 'Dr. Asha Rao'],
    'doctors-chosen': ['/doctors?when=week&specialization=Cardiology', 'Dr. Marta Vidal'],
    doctor: [`/doctors/${doctor.id}`, 'Evening'],
    'doctor-none-free': [`/doctors/${away.id}`, 'Morning', noneFree],
    'doctor-no-hours': [
      `/doctors/${retired.id}`,
      'No free times in the next year. Check again later, or choose another doctor.',
    ],
    booking: [`/doctors/${doctor.id}`, 'Choose a time', chooseTime],
    'booking-taken': [`/doctors/${doctor.id}`, 'Choose a time', (page) => timeTaken(page)],
    booked: [`/visits/${pending.id}/booked`, 'What happens next'],
    visits: ['/visits', 'Dr. Marta Vidal'],
    'visits-past': ['/visits?show=past', 'Completed'],
    'visit-pending': [`/visits/${pending.id}`, 'What happened'],
    'visit-scheduled': [`/visits/${scheduled.id}`, 'What happened'],
    'visit-now': [`/visits/${now.id}`, 'What happened'],
    'visit-completed': [`/visits/${completed.id}`, 'How was it?'],
    'visit-printed': [`/visits/${completed.id}`, 'How was it?', printed],
    'visit-move': [`/visits/${pending.id}`, 'What happened', (page) => press(page, say('Move this visit'))],
    'visit-cancel': [`/visits/${pending.id}`, 'What happened', (page) => press(page, say('Cancel this visit'))],
    'waiting-room-early': [
      `/visits/${scheduled.id}/waiting`,
      'The waiting room opens 15 minutes before the visit. Stay on this page to enter it then.',
    ],
    me: ['/me', 'This device'],
    'me-delete': ['/me', 'This device', (page) => press(page, say('Delete my account'))],
    'profile-patient': ['/me/profile', 'Your profile'],
    reminders: ['/notices/settings', 'When to remind you'],
    check: ['/check', 'Check your device and connection'],
    'check-done': ['/check', 'Check your device and connection', (page) => checked(page, say)],
    messages: ['/messages', 'Messages'],
    notices: ['/notices', 'Visit confirmed'],
    'photo-in-chat': [chat, 'It itches'],
    'photo-chosen': [chat, 'It itches', async (page) => pick(page, await drawn(page), say)],
    'photo-refused': [chat, 'It itches', (page) => pick(page, REFUSED[0][0], say)],
    'photo-full': [chat, 'It itches', (page) => page.locator('main li button:has(img)').first().click()],
    'photo-gone': [chat, 'It itches', (page) => photoGone(page, say)],
    'chat-search': [
      chat,
      'It itches',
      async (page) => {
        await press(page, say('Search this conversation'));
        await page.getByRole('searchbox').fill('it');
      },
    ],
    'wrong-role': ['/today', 'Go to the start page'],
    offline: ['/home', 'Dr. Marta Vidal', (page) => offline(page, say)],
    'offline-chat': [chat, 'It itches', (page) => offline(page, say)],
    'offline-page': [
      '/home',
      'Dr. Marta Vidal',
      async (page) => {
        await offline(page, say);
        await page
          .getByRole('navigation')
          .getByRole('link', { name: say('Account') })
          .click();
        await page.locator('main [role=status], main [role=alert]').first().waitFor();
      },
    ],
    'server-fails': ['/home', 'Dr. Marta Vidal', (page) => failing(page, say)],
  };
}

function newcomerPlaces(_, say) {
  return {
    'home-empty': ['/home', 'No visits yet'],
    'visits-empty': ['/visits', 'No visits yet'],
    'messages-empty': ['/messages', 'No messages yet'],
    'notices-empty': ['/notices', 'No notices yet'],
    'calls-empty': ['/calls', 'No calls yet'],
    'two-step': [
      '/me',
      'This device',
      async (page) => {
        await press(page, say('Set up two-step log-in'));
        const code = page.getByRole('img', { name: say('QR code for the authenticator app') });
        await code.waitFor();
        await code.scrollIntoViewIfNeeded();
      },
    ],
  };
}

function adminPlaces({ doctor, pending }, say) {
  const person = `/people/${doctor.id}`;
  return {
    'admin-people': ['/people', 'Paul Example'],
    'admin-nobody': ['/people?q=zzz', 'Nobody found'],
    'admin-person': [person, 'What you can do'],
    'admin-disable': [person, 'What you can do', (page) => press(page, say('Disable the account'))],
    'admin-link': [person, 'What you can do', (page) => press(page, say('Make a link for a new password'))],
    'admin-audit': ['/audit', 'Dr. Marta Vidal'],
    'admin-audit-one': [`/audit?userId=${pending.patient.id}`, 'Paul Example'],
    'admin-system': ['/system', 'Regular tasks'],
    'admin-me': ['/me', 'Two-step log-in'],
  };
}

function doctorPlaces({ pending, completed }, say) {
  return {
    profile: ['/me/profile', 'Your profile'],
    'profile-picture': [
      '/me/profile',
      'Your profile',
      async (page) => pick(page, await drawn(page, { width: 400, height: 400 }), say),
    ],
    'profile-picture-refused': ['/me/profile', 'Your profile', (page) => pick(page, REFUSED[1][0], say)],
    'profile-wrong': ['/me/profile', 'Your profile', (page) => wrongEntries(page, say)],
    'visits-doctor': ['/visits', 'Paul Example'],
    'visit-doctor': [`/visits/${pending.id}`, 'What happened'],
    'visit-newer-notes': [`/visits/${completed.id}`, 'What happened', (page) => newerNotes(page, completed, say)],
    'notices-doctor': ['/notices', 'Visit requested'],
    'me-doctor': ['/me', 'This device'],
    'visits-unclosed': ['/visits?show=past', 'Completed', (page) => aWeekLater(page, say)],
    'today-unclosed': ['/today', 'Your day', (page) => aWeekLater(page, say)],
  };
}

/** Of a doctor whose clock stands at the morning of the full day. */
function practicePlaces({ practice: { date, visits, patients } }, say) {
  const [, , , , next] = visits;
  const day = `/calendar?view=day&date=${date}`;
  const week = `/calendar?view=week&date=${date}`;
  const block = (page) => page.locator('main a[href^="/visits/"]').first();
  const tab = (page, name) => page.getByRole('tab', { name: say(name) }).click();
  return {
    today: ['/today', next.patient.name],
    'calendar-day': [day, next.patient.name],
    'calendar-week': [week, next.patient.name],
    'calendar-list': [`/calendar?view=list&date=${date}`, next.patient.name],
    'calendar-move': [
      week,
      next.patient.name,
      async (page) => {
        await block(page).focus();
        await page.keyboard.press('m');
        await page.locator('[role=status]').filter({ hasText: 'Nina Berg' }).waitFor();
      },
    ],
    'calendar-move-question': [
      week,
      next.patient.name,
      async (page) => {
        await block(page).focus();
        await page.keyboard.press('m');
        await page.locator('[role=status]').filter({ hasText: 'Nina Berg' }).waitFor();
        await page.keyboard.press('Enter');
        await page.getByRole('dialog').waitFor();
      },
    ],
    'calendar-drag': [day, next.patient.name, (page) => dragging(page, block(page))],
    'calendar-empty-time': [
      day,
      next.patient.name,
      async (page) => {
        const add = say('Add something on {date}', { date: '' }).trim();
        await page.getByRole('button', { name: add }).first().click();
        await page.getByRole('dialog').waitFor();
      },
    ],
    patients: ['/patients', 'Nina Berg'],
    'patients-none': ['/patients?q=zzz', 'Try part of the name, or check the spelling.'],
    patient: [`/patients/${patients[0].id}`, 'Penicillin'],
    'patient-printed': [`/patients/${patients[0].id}`, 'Penicillin', printed],
    'patient-book': [`/patients/${patients[0].id}`, 'Penicillin', (page) => press(page, say('Book a visit'))],
    workspace: [`/visits/${next.id}/workspace`, 'Record'],
    'workspace-record': [`/visits/${next.id}/workspace`, 'Record', (page) => tab(page, 'Record')],
    'workspace-chat': [`/visits/${next.id}/workspace`, 'Record', (page) => tab(page, 'Chat')],
    'messages-doctor': ['/messages', 'Nina Berg'],
    'chat-doctor': [`/messages/${patients[0].id}`, 'They lasted about ten minutes.'],
    'schedule-full': ['/schedule', 'Usual week'],
    'schedule-night': ['/schedule', 'Usual week', nightIntoMorning],
    'schedule-copy': [
      '/schedule',
      'Usual week',
      (page) => page.locator('fieldset').first().locator('button:has(.lucide-copy)').click(),
    ],
    'schedule-away': ['/schedule', 'Usual week', (page) => timeOff(page, date, say)],
    'visit-decline': [`/visits/${visits[8].id}`, 'What happened', (page) => press(page, say('Decline'))],
  };
}

async function pick(page, file, say) {
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page
    .getByText(say(REFUSED.find(([refused]) => refused === file)?.[1] ?? 'Your picture is saved.'))
    .or(page.getByAltText(say('The photo that you are about to send')))
    .first()
    .waitFor();
}

async function checked(page, say) {
  await press(page, say('Check camera and microphone'));
  await page.getByRole('meter').waitFor();
  await press(page, say('Check the connection'));
  await page.getByRole('button', { name: say('Check the connection again') }).waitFor();
}

async function photoGone(page, say) {
  await page.route('**/api/media/*', (route) => route.fulfill({ status: 404, body: '' }));
  await page.reload();
  await page.getByText(say('This photo is not available any more.')).waitFor();
}

/** Before the first free time, which is weeks ahead. */
async function noneFree(page) {
  const before = page.locator('main button[aria-label]').first();
  await before.click();
  await page.locator('main [role=status] button').first().waitFor();
}

async function timeTaken(page) {
  await chooseTime(page);
  const others = await page
    .locator('main button[data-at]')
    .evaluateAll((all) => all.slice(4, 7).map(({ dataset }) => dataset.at));
  await page.route('**/api/appointments', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        status: 409,
        code: 'slot_taken',
        title: 'Taken',
        nextFree: others.map((startsAt) => ({
          date: startsAt.slice(0, 10),
          startTime: startsAt.slice(11, 16),
          endTime: startsAt.slice(11, 16),
          startsAt,
          endsAt: startsAt,
        })),
      }),
    }),
  );
  await page.locator('main button[type=submit]').click();
  await page.locator('form [role=alert]').first().waitFor();
}

async function offline(page, say) {
  await page.context().setOffline(true);
  await page.getByText(say('You are offline. What you see may be out of date.')).waitFor();
}

async function failing(page, say) {
  await page.route('**/api/appointments?*', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 500, code: 'internal', title: 'Failed', requestId: 'a1b2c3d4' }),
    }),
  );
  await page.reload();
  await page.getByText(say('That did not work')).first().waitFor();
}

async function printed(page) {
  await page.emulateMedia({ media: 'print' });
}

async function dragging(page, block) {
  const { x, y, width } = await block.boundingBox();
  await page.mouse.move(x + width / 2, y + 6);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + 80, { steps: 8 });
}

async function nightIntoMorning(page) {
  const times = page.locator('fieldset').first().locator('input[type=time]');
  await times.nth(0).fill('21:00');
  await times.nth(1).fill('03:00');
  await page.locator('fieldset').first().scrollIntoViewIfNeeded();
}

/** Time off on a full day: the visits that no longer fit are named. */
async function timeOff(page, date, say) {
  await page.getByLabel(say('First date')).fill(date);
  await press(page, say('Save these dates'));
  const message = page.getByRole('button', { name: say('Message all') });
  await message.waitFor();
  await message.scrollIntoViewIfNeeded();
  return () => send(page, 'DELETE', `/api/doctors/me/overrides?from=${date}&to=${date}`);
}

async function wrongEntries(page, say) {
  await page.getByLabel(say('Years of experience')).fill('many');
  await page.getByLabel(say('Name'), { exact: true }).fill('');
  await press(page, say('Save'));
  await page.getByRole('alert').waitFor();
}

/** Notes that are saved elsewhere while these are being written. */
async function newerNotes(page, { id }, say) {
  await page.locator('main textarea').first().fill(`Written here at ${performance.now()}`);
  await send(page, 'PUT', `/api/appointments/${id}/notes`, {
    notes: `Rest, tea, and a walk each day. ${performance.now()}`,
  });
  const newer = page.getByText(say('Newer notes were saved elsewhere'));
  await newer.waitFor();
  await newer.scrollIntoViewIfNeeded();
}

async function aWeekLater(page, say) {
  await page.clock.setFixedTime(Date.now() + 7 * 86_400_000);
  await page.reload();
  await page.getByText(say('Over, but still open')).waitFor();
  return () => page.clock.setSystemTime(Date.now());
}
