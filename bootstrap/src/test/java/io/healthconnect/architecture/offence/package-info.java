/**
 * One deliberate offence for each architecture rule. The packages below mirror the modules; nothing
 * here is ever run.
 */
package io.healthconnect.architecture.offence;
