package io.healthconnect.architecture.offence.application;

/** Offends: a use case without a test. */
public interface UntestedUseCase {
  void untestedUseCase();
}
