package io.healthconnect.architecture.offence.testkit;

import io.healthconnect.architecture.offence.application.SampleHandler;

/** Offends: the application in the testkit. */
record TestkitSeesApplication(SampleHandler handler) {}
