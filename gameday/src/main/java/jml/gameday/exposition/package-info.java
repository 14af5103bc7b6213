/// The simulated fleet as Prometheus text: what a real metric store scrapes.
package jml.gameday.exposition;
