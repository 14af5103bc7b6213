/// Random numbers that need no state: what makes any instant of the simulated fleet answerable at once.
package jml.gameday.chance;
