/// What happens to the models: how they are set up over time, and what disturbs them.
package jml.gameday.plan;
