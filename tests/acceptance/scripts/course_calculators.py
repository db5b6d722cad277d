"""Calculators and forms of a course: radio, callbacks in a form, a login that is cleared, values that are None."""

import streamlit as st
import datetime, calendar, math, json, random, string, re, collections
st.title("Calculator"); num1=st.number_input(label="Enter first number"); num2=st.number_input(label="Enter second number")
operation=st.radio("Select an operation to perform:",("Add","Subtract","Multiply","Divide"))
ans=0
def calculate():
    if operation=="Add": ans=num1+num2
    elif operation=="Divide" and num2!=0: ans=num1/num2
    elif operation=="Divide": st.warning("Division by 0 error. Please enter a non-zero number."); ans="Not defined"
    else: ans=num1*num2
    st.success(f"Answer = {ans}")
if st.button("Calculate result"): calculate()
if 'count' not in st.session_state: st.session_state.count=0; st.session_state.last_updated=datetime.time(0,0)
def update_counter():
    st.session_state.count+=st.session_state.increment_value; st.session_state.last_updated=st.session_state.update_time
with st.form(key='my_form'):
    st.time_input(label='Enter the time', value=datetime.time(9,30), key='update_time')
    st.number_input('Enter a value', value=0, step=1, key='increment_value')
    submit=st.form_submit_button(label='Update', on_click=update_counter)
st.write('Current Count = ', st.session_state.count); st.write('Last Updated = ', st.session_state.last_updated)
with st.form("pw", clear_on_submit=True):
    user=st.text_input("User"); pw=st.text_input("Password", type="password"); ok=st.form_submit_button("Login")
if ok and user=="a" and pw=="b": st.session_state["auth"]=True; st.rerun()
elif ok: st.error("😕 Incorrect")
if not st.session_state.get("auth"): st.stop()
st.write("Welcome"); st.balloons()
length=st.slider("Length",4,32,12); st.write("".join(random.Random(1).choices(string.ascii_letters,k=length)))
text=st.text_area("Text","the quick the fox"); st.write(collections.Counter(text.split())); st.write(collections.Counter(text.split()).most_common(2))
d=st.date_input("Birthday", value=None, min_value=datetime.date(1950,1,1)); st.write("Your birthday is:", d)
u=st.selectbox("Convert",["km","mi"],index=None,placeholder="pick"); st.write("You selected:", u)
x=st.number_input("none", value=None, placeholder="Type"); st.write(x)
t=st.text_input("none2", value=None); st.write(t)
with open(__file__) as f: st.write(len(f.read())>10)
st.download_button("j", json.dumps({"a":1}), "a.json"); st.write(datetime.timedelta(days=1), math.pi, re.compile("a"), datetime.datetime(2020,1,1))
st.write(__name__ == "__main__"); st.write({"set":{1},"dt":datetime.date(2020,1,1)}); st.write((1,"a")); st.write([]); st.write({}); st.write(""); st.write(True)
st.color_picker("c","#00f900"); st.datetime_input("dt", datetime.datetime(2020,1,1,8)) if hasattr(st,"datetime_input") else None
def main(): st.header("main")
if __name__ == "__main__": main()
