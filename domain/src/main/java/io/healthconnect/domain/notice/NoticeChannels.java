package io.healthconnect.domain.notice;

/** Where notices of a kind go, beside the list that a person reads in the product. */
public record NoticeChannels(boolean mail, boolean push) {
  public static final NoticeChannels ALL = new NoticeChannels(true, true);
}
