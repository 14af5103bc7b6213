# Part of the mission's checklists for OPA 1.x: the form of answer that the console reads (docs/policies.md).
#
#   opa run --server --addr 127.0.0.1:8181 release.rego
package jml

checks := [
	{
		"id": "signed",
		"title": "Signed by a trusted key",
		"severity": "deny",
		"reads": ["signature.status"],
		"remedy": "Sign the artifact with a key that the profile trusts.",
	},
	{
		"id": "budget-left",
		"title": "Error budget over 25%",
		"severity": "deny",
		"reads": ["budget.remainingPercent"],
		"remedy": "Wait until the budget has recovered.",
	},
	{
		"id": "card-fresh",
		"title": "Model card not older than a year",
		"severity": "warn",
		"reads": ["card.ageDays"],
		"remedy": "Read the model card again and date it.",
	},
]

holds contains "signed" if input.signature.status == "valid"

holds contains "budget-left" if input.budget.remainingPercent > 25

holds contains "card-fresh" if input.card.ageDays <= 365

# Taking traffic off a version is never held up by a rule.
applies if {
	input.act.takesTraffic
	input.environment.stage == "PRODUCTION"
}

release := {"allow": count(denials) == 0, "rules": rules}

rules := [rule |
	some check in checks
	values := {path: value | some path in check.reads; value := object.get(input, split(path, "."), "not known")}
	rule := {
		"id": check.id,
		"title": check.title,
		"severity": check.severity,
		"outcome": outcome(check, values),
		"reason": reason(outcome(check, values), values),
		"values": values,
		"remedy": check.remedy,
	}
]

denials := [rule | some rule in rules; rule.severity == "deny"; rule.outcome in {"failed", "unanswered"}]

outcome(check, values) := "not_applicable" if {
	not applies
} else := "unanswered" if {
	some value in values
	value == "not known"
} else := "passed" if {
	check.id in holds
} else := "failed"

reason(result, values) := concat(" ", [text | some path, value in values; text := sprintf("%s is %v.", [path, value])]) if {
	result in {"failed", "unanswered"}
} else := ""
