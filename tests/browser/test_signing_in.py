"""Signing in to the console in two steps, as its user does it."""

import time

import pyotp
from playwright.sync_api import expect

from tests.browser.agent import Agent
from tests.browser.conftest import PageMaker
from tests.browser.staff import Staff

EMAIL = "agent.is@demo"


def test_an_agent_adds_the_second_step_and_signs_in_with_it(new_page: PageMaker) -> None:
    staff = Staff(new_page(locale="is-IS", expected="status of 401"), "is")
    page, own, session = staff.page, staff.words("security"), staff.frame["session"]
    sign_in = page.get_by_role("button", name=session["submit"], exact=True)

    Agent(page, "is").signs_in(EMAIL)
    page.get_by_role("link", name=staff.frame["frame"]["pages"]["security"]).click()
    page.get_by_role("button", name=own["two_steps"]["turn_on"], exact=True).click()
    asked = page.get_by_role("dialog")
    asked.get_by_role("textbox", name=own["enrol"]["password"]).fill("demo")
    asked.get_by_role("button", name=own["enrol"]["next"]).click()
    app = pyotp.TOTP(asked.locator(".security-secret").inner_text().replace(" ", ""))
    asked.get_by_role("textbox", name=own["code"], exact=True).fill(
        app.at(time.time(), counter_offset=-1)
    )
    asked.get_by_role("button", name=own["enrol"]["confirm"]).click()
    spare = asked.get_by_role("listitem").first.inner_text()
    asked.get_by_role("button", name=own["codes"]["done"]).click()
    expect(page.get_by_role("main")).to_contain_text("10")

    for code in (app.at(time.time()), spare):
        page.get_by_role("button", name=staff.frame["frame"]["sign_out"]).click()
        page.get_by_label(session["email"]).fill(EMAIL)
        page.get_by_label(session["password"], exact=True).fill("demo")
        sign_in.click()
        box = page.get_by_role("textbox", name=session["code"]["label"], exact=True)
        expect(box).to_be_focused()
        box.fill("000000")
        sign_in.click()
        expect(page.get_by_role("alert")).to_contain_text(session["code"]["refused"])
        box.fill(code)
        sign_in.click()
        expect(page.get_by_role("button", name=staff.frame["frame"]["sign_out"])).to_be_visible()
