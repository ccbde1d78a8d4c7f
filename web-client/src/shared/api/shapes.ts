// What replies must look like. The types of openapi.yaml are the measure: each schema is checked against its type.
import * as v from 'valibot';
import type { components } from './openapi';

type Schemas = components['schemas'];
/** What a schema must be to describe a type of openapi.yaml. */
export type SchemaOf<Name extends keyof Schemas> = v.GenericSchema<unknown, Schemas[Name]>;

const text = v.string();
const optionalText = v.nullable(text);
const window = v.object({ startTime: text, endTime: text });

export const daySchema = v.object({
  day: v.picklist(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
  windows: v.array(window),
}) satisfies SchemaOf<'Day'>;

export const overrideSchema = v.object({
  date: text,
  timeOff: v.boolean(),
  windows: v.array(window),
}) satisfies SchemaOf<'DateOverride'>;

export const slotSchema = v.object({
  date: text,
  startTime: text,
  endTime: text,
  startsAt: text,
  endsAt: text,
}) satisfies SchemaOf<'Slot'>;

const doctorEntries = {
  id: text,
  name: text,
  avatar: optionalText,
  specialization: text,
  experience: v.number(),
  qualification: text,
  about: text,
  // A node of the former release knows of no languages.
  languages: v.optional(v.array(text), () => []),
  timeZone: text,
  schedule: v.array(daySchema),
  slotMinutes: v.number(),
  rating: v.object({ average: v.number(), count: v.number() }),
  // A node of the former release knows of no approval.
  verified: v.optional(v.boolean(), false),
};

export const doctorSchema = v.object(doctorEntries) satisfies SchemaOf<'Doctor'>;
export const listedDoctorSchema = v.object({
  ...doctorEntries,
  nextFreeAt: optionalText,
  // A node of the former release tells the first one only.
  nextTimes: v.optional(v.array(text), []),
}) satisfies SchemaOf<'ListedDoctor'>;

export const reviewSchema = v.object({
  reviewer: text,
  rating: v.number(),
  review: text,
  createdAt: text,
}) satisfies SchemaOf<'Review'>;

const contactSchema = v.object({ name: text, relation: v.optional(optionalText), contactNumber: text });

const recordEntries = {
  id: text,
  name: text,
  avatar: optionalText,
  dateOfBirth: optionalText,
  gender: optionalText,
  bloodGroup: optionalText,
  allergies: optionalText,
  contactNumber: optionalText,
  emergencyContacts: v.array(contactSchema),
};

export const patientSchema = v.object(recordEntries);

const accountEntries = {
  id: text,
  name: text,
  email: text,
  avatar: optionalText,
  createdAt: text,
  secondFactor: v.optional(v.boolean(), false),
  emailConfirmed: v.optional(v.boolean(), false),
  pendingEmail: v.optional(optionalText, null),
};

const userSchema = v.variant('role', [
  v.object({
    ...accountEntries,
    role: v.literal('doctor'),
    approval: v.optional(v.picklist(['pending', 'approved', 'rejected']), 'approved'),
    rejectionReason: v.optional(optionalText, null),
    version: v.number(),
    specialization: text,
    experience: v.number(),
    qualification: text,
    about: text,
    languages: v.optional(v.array(text), () => []),
    contactNumber: optionalText,
    timeZone: text,
    slotMinutes: v.number(),
    bufferMinutes: v.number(),
    minimumNoticeMinutes: v.number(),
    horizonDays: v.number(),
    autoConfirm: v.boolean(),
    callsAnytime: v.boolean(),
    quiet: v.boolean(),
    schedule: v.array(daySchema),
    overrides: v.array(overrideSchema),
  }),
  v.object({ ...recordEntries, ...accountEntries, role: v.literal('patient'), version: v.number() }),
  v.object({ ...accountEntries, role: v.literal('admin') }),
]);

/** The reply that holds the logged-in person. */
export const userReplySchema = v.object({ user: userSchema });

export type Day = v.InferOutput<typeof daySchema>;
export type Slot = v.InferOutput<typeof slotSchema>;
export type Doctor = v.InferOutput<typeof doctorSchema>;
export type ListedDoctor = v.InferOutput<typeof listedDoctorSchema>;
export type Patient = v.InferOutput<typeof patientSchema>;
export type User = v.InferOutput<typeof userSchema>;
export type Role = User['role'];
export type Notice = Schemas['Notice'];
