package io.healthconnect.application.media;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.media.ImagesUnavailableException;
import java.util.Optional;

final class RemoveImagesHandler implements RemoveImages {
  private final AccountRepository accounts;
  private final MediaPorts ports;
  private final Avatars avatars;
  private final SweepImages sweep;

  RemoveImagesHandler(
      AccountRepository accounts, MediaPorts ports, Avatars avatars, SweepImages sweep) {
    this.accounts = accounts;
    this.ports = ports;
    this.avatars = avatars;
    this.sweep = sweep;
  }

  @Override
  public int removeImages(AccountId owner) {
    int avatar = accounts.find(owner).flatMap(account -> account.avatar()).isPresent() ? 1 : 0;
    if (avatar == 1) {
      avatars.show(owner, Optional.empty());
    }
    int removed = avatar + ports.media().discardOf(owner);
    try {
      sweep.sweepImages();
    } catch (ImagesUnavailableException e) {
      return removed;
    }
    return removed;
  }
}
