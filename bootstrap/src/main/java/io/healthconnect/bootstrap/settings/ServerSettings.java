package io.healthconnect.bootstrap.settings;

import io.healthconnect.cloudinary.CloudinaryAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the server listens, who may reach it, and where it keeps things. */
public final class ServerSettings {
  public static final Setting<Integer> PORT =
      Setting.of(
          "PORT",
          Kind.number(0, 65535),
          "8080",
          "the port of REST, signaling and the web client; 0 takes any free one");
  public static final Setting<String> HOST =
      Setting.of(
          "HOST",
          Kind.text("a host name or IP address", "[A-Za-z0-9.:_-]{1,255}"),
          "127.0.0.1",
          "the address to listen on; 0.0.0.0 listens on all");
  public static final Setting<Path> DATA_DIR =
      Setting.of(
          "DATA_DIR", Kind.folder(), "./data", "the folder that holds everything that is kept");
  public static final Setting<Optional<String>> MONGODB_URI =
      Setting.secret(
          "MONGODB_URI",
          Kind.text("a mongodb:// or mongodb+srv:// address", "mongodb(\\+srv)?://\\S+"),
          "unset: SQLite in DATA_DIR",
          "the replica set that many nodes share, with the name of the database");
  public static final Setting<Optional<CloudinaryAddress>> CLOUDINARY_URL =
      Setting.secret(
          "CLOUDINARY_URL",
          new Kind<>(CloudinaryAddress.ALLOWED, CloudinaryAddress::parse),
          "unset: images stay in the store",
          "the account at Cloudinary that new images go to; the same on every node");
  public static final Setting<Optional<URI>> PUBLIC_URL =
      Setting.optional(
          "PUBLIC_URL",
          WebAddress.site(),
          "unset: local",
          "the address that people type; https turns on secure cookies and HSTS");
  public static final Setting<Optional<URI>> SIGNALING_URL =
      Setting.optional(
          "SIGNALING_URL",
          WebAddress.signaling(),
          "unset: the same as REST",
          "where clients find signaling");
  public static final Setting<Optional<List<String>>> ALLOWED_ORIGINS =
      Setting.optional(
          "ALLOWED_ORIGINS",
          WebAddress.origin().list(),
          "unset: this site only",
          "other sites whose pages may use this server");
  public static final Setting<Optional<List<AddressRange>>> TRUSTED_PROXIES =
      Setting.optional(
          "TRUSTED_PROXIES",
          AddressRange.kind().list(),
          "unset: none",
          "proxies whose X-Forwarded-For and X-Forwarded-Proto count");
  public static final Setting<Optional<Integer>> METRICS_PORT =
      Setting.optional(
          "METRICS_PORT",
          Kind.number(0, 65535),
          "unset: no metrics",
          "the port of Prometheus metrics; 0 takes any free one");

  static final List<Setting<?>> ALL =
      List.of(
          PORT,
          HOST,
          DATA_DIR,
          MONGODB_URI,
          CLOUDINARY_URL,
          PUBLIC_URL,
          SIGNALING_URL,
          ALLOWED_ORIGINS,
          TRUSTED_PROXIES,
          METRICS_PORT);

  private ServerSettings() {}
}
