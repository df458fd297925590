/** A driver whose answers the test writes, for faults no server produces. Start reading at {@code ScriptedDriver}. */
package io.fluxalchemy.engine.script;
