package io.healthconnect.bootstrap;

import io.healthconnect.application.administration.SystemReport;

/** What a store knows of itself and of its changes. */
record StorageReport(SystemReport.Store store, SystemReport.Feed feed) {}
