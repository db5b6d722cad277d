"""A quiz: score, progress, a question at a time, a restart that deletes keys."""

import streamlit as st, random
random.seed(1)
Q=[{"q":"2+2?","o":["3","4","5"],"a":"4"},{"q":"Capital of France?","o":["Paris","Rome"],"a":"Paris"}]
def init():
    for k,v in {"i":0,"score":0,"sel":None,"sub":False}.items():
        if k not in st.session_state: st.session_state[k]=v
init()
def restart():
    for k in ("i","score","sel","sub"): del st.session_state[k]
    init()
def submit():
    if st.session_state.sel is not None:
        st.session_state.sub=True
        if st.session_state.sel==Q[st.session_state.i]["a"]: st.session_state.score+=10
    else: st.warning("Please select an option")
def nxt():
    st.session_state.i+=1; st.session_state.sel=None; st.session_state.sub=False
st.title("Quiz App")
pv=(st.session_state.i+1)/len(Q)
st.metric(label="Score", value=f"{st.session_state.score} / {len(Q)*10}")
if st.session_state.i<len(Q):
    st.progress(min(pv,1.0))
    q=Q[st.session_state.i]
    st.subheader(f"Question {st.session_state.i+1}"); st.title(f"{q['q']}"); st.markdown(""" ___""")
    if st.session_state.sub:
        for o in q['o']:
            if o==q['a']: st.success(f"{o} (Correct)")
            elif o==st.session_state.sel: st.error(f"{o} (no)", icon="❌")
            else: st.write(o)
    else:
        for n,o in enumerate(q['o']):
            if st.button(o,key=n,use_container_width=True): st.session_state.sel=o
    st.markdown(""" ___""")
    if st.session_state.sub: st.button("Next",on_click=nxt)
    elif st.session_state.i<len(Q): st.button("Submit",on_click=submit)
else:
    st.write("Done!"); st.snow()
    if st.button("Restart",on_click=restart): pass
