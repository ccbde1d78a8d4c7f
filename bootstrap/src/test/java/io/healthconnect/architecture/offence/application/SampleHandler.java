package io.healthconnect.architecture.offence.application;

/** Offends: a handler that is public and not final. */
public class SampleHandler {}
