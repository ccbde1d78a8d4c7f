package io.healthconnect.architecture.offence.domain;

/** Offends: a port that is a class. */
public class SampleRepository {}
