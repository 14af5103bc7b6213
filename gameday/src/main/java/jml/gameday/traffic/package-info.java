/// What there is to count and to measure of one model, at any instant.
package jml.gameday.traffic;
