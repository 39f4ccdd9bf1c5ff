"""Work by the clock goes on past a row that fails."""

import pytest

from coordination.records.domain import sweep


def test_one_that_fails_stops_none_after_it_and_is_told_at_the_end():
    done = []

    def act(key: int) -> int:
        if key == 2:
            raise ValueError("two")
        done.append(key)
        return 1

    with pytest.raises(ValueError, match="two"):
        sweep.each([1, 2, 3], act)

    assert done == [1, 3]
    assert sweep.each([1, 3], act) == 2
