package io.healthconnect.application.media;

import io.healthconnect.application.Retry;
import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.media.MediaId;
import java.util.Optional;

/** Changes the image that an account shows. */
final class Avatars {
  private final AccountRepository accounts;
  private final ImageUploads uploads;

  Avatars(AccountRepository accounts, ImageUploads uploads) {
    this.accounts = accounts;
    this.uploads = uploads;
  }

  /** Shows this image, or none, and removes the previous one. */
  Account show(AccountId owner, Optional<MediaId> avatar) {
    return Retry.onStaleVersion(
        () -> {
          Account account = accounts.find(owner).orElseThrow(() -> new MissingException("account"));
          if (account.avatar().equals(avatar)) {
            return account;
          }
          Account saved = accounts.save(account.withAvatar(avatar));
          account.avatar().ifPresent(uploads::dropFormer);
          return saved;
        });
  }
}
