package io.healthconnect.architecture.offence.application;

/** Offends: a handler that everybody sees and may extend. */
public class SampleHandler {}
