import type { SampleFile } from './sampleFile';

/** The pricing service: what a stay costs and what comes back. Python. */
export const pricingFiles: readonly SampleFile[] = [
  { path: 'pricing/quote.py', text: quote },
  { path: 'pricing/refunds.py', text: refunds },
  { path: 'pricing/test_quote.py', text: quoteTest },
  { path: 'pricing/test_refunds.py', text: refundsTest },
];

function quote(): string {
  return `@@ quote
"""What a stay costs, by season, age and club membership."""

# @implements PAY-11

from dataclasses import dataclass
@..rounding|from decimal import Decimal
@rounding..|from decimal import ROUND_HALF_UP, Decimal

NIGHT = {"low": Decimal("28.00"), "high": Decimal("36.00")}
CHILD_UNTIL = 14
@@ club
CLUB_DISCOUNT = Decimal("0.40")
@@ deposit
DEPOSIT_SHARE = Decimal("0.20")
@@ quote


@dataclass(frozen=True)
class Guest:
    age: int
@club..|    club_member: bool = False


def price_of_night(guest: Guest, season: str) -> Decimal:
    price = NIGHT[season]
    if guest.age <= CHILD_UNTIL:
        price /= 2
@@ club
    if guest.club_member:
        price *= 1 - CLUB_DISCOUNT
@..rounding|    return price
@@ rounding
    return to_ten_cents(price)
@@ quote


def quote(guests: list[Guest], seasons: list[str]) -> Decimal:
    """One entry of \`seasons\` per night."""
    # TODO(PAY-15): add the valley's tourist tax, per guest and night
    return sum((price_of_night(guest, season) for guest in guests for season in seasons), Decimal(0))
@@ rounding


def to_ten_cents(amount: Decimal) -> Decimal:
    # Huts take cash, and nobody carries copper up a mountain.
    return amount.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
@@ deposit


def deposit(total: Decimal) -> Decimal:
    """What is paid when booking (PAY-10); the rest is paid at the hut."""
    return to_ten_cents(total * DEPOSIT_SHARE)
`;
}

function refunds(): string {
  return `@@ refund
"""How much of a deposit comes back when a booking is cancelled."""

# @implements PAY-12

from datetime import date, timedelta
from decimal import Decimal

# The steps are those of pay-12, as the wardens agreed them.
STEPS = [
    (timedelta(days=7), Decimal("1.00")),
    (timedelta(days=2), Decimal("0.50")),
]


@..refund-rules|def refund(deposit: Decimal, arrival: date, today: date) -> Decimal:
@@ refund-rules
def refund(deposit: Decimal, arrival: date, today: date, hut_closed: bool = False) -> Decimal:
    if hut_closed:
        return deposit
@@ refund
    for before, share in STEPS:
        if arrival - today >= before:
            return deposit * share
    return Decimal(0)


def is_late(arrival: date, cancelled: date) -> bool:
    # HACK PAY-12: wardens cancel by phone and we enter it a day later,
    # so a day is forgiven until they can do it themselves.
    return arrival - (cancelled - timedelta(days=1)) < STEPS[-1][0]
`;
}

function quoteTest(): string {
  return `@@ quote-test
# @verifies PAY-11
from decimal import Decimal

@quote-test..deposit|from quote import Guest, quote
@deposit..|from quote import Guest, deposit, quote


def test_a_child_pays_half():
    assert quote([Guest(age=9)], ["high"]) == Decimal("18.0")


def test_a_family_of_members_for_two_nights():
    family = [Guest(41, True), Guest(39, True), Guest(9, True)]
    assert quote(family, ["low", "high"]) == Decimal("96.0")
@@ deposit


# @verifies PAY-10
def test_the_deposit_is_a_fifth():
    assert deposit(Decimal("96.0")) == Decimal("19.2")
`;
}

function refundsTest(): string {
  return `@@ refund-test
# @verifies PAY-12
from datetime import date
from decimal import Decimal

import pytest
from refunds import refund

ARRIVAL = date(2024, 7, 10)


@pytest.mark.parametrize(
    "today, share",
    [
        (date(2024, 7, 3), "1.00"),  # a week before
        (date(2024, 7, 4), "0.50"),
        (date(2024, 7, 8), "0.50"),  # two days before
        (date(2024, 7, 9), "0"),
    ],
)
def test_the_share_falls_as_the_arrival_nears(today, share):
    assert refund(Decimal(1), ARRIVAL, today) == Decimal(share)


def test_everything_comes_back_when_the_hut_closes():
    assert refund(Decimal(1), ARRIVAL, ARRIVAL, hut_closed=True) == 1
`;
}
