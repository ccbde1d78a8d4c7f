package io.healthconnect.architecture.offence.rest;

import java.net.http.HttpClient;

/** Offends: fetches from another host what a client names. */
public record FetchesAnAddress(HttpClient client) {}
