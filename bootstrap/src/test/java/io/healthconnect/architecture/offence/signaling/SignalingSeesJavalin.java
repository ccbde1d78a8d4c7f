package io.healthconnect.architecture.offence.signaling;

/** Offends: another adapter's library. */
record SignalingSeesJavalin(io.javalin.Javalin server) {}
